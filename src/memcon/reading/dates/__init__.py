"""Date expressions: found in a text, given a TIMEX3 value and, where the text fixes one, an interval of days.

>>> text = "The talks opened in Geneva on 21 October 2015 and closed two days later."
>>> [date.timex for date in resolve(find(text), text, None)]
['2015-10-21', '2015-10-23']
"""

from memcon.reading.dates.forms import DateMention
from memcon.reading.dates.grammar import find
from memcon.reading.dates.ranges import Period, WeekdayConflict, periods, weekday_conflicts
from memcon.reading.dates.resolution import resolve

__all__ = ["DateMention", "Period", "WeekdayConflict", "find", "periods", "resolve", "weekday_conflicts"]
