"""The stages of the pipeline, in the order in which an article meets them.

reading (finds, unpacks, parses files) -> revisions (which texts are new) -> write (goes through
a shard), which for each article calls analyse: language -> segments, then wording: actors ->
people -> quotes. `records` is what they hand on.
"""
