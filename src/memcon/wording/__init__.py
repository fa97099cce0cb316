"""A record in plain English: what an event is called, how a fact is said, days and names as a person writes them."""
