"""Several reports of one event become one story; two events told in like words stay two."""

from memcon.reading.stories.group import LARGEST, THRESHOLD, cluster

__all__ = ["LARGEST", "THRESHOLD", "cluster"]
