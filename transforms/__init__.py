"""The stages of the pipeline, in the order in which an article meets them.

read (finds and scans files) -> parse (unpacks, tells what a file is) -> encoding -> text | feeds |
json_feed (-> items -> html) -> identity -> dedupe -> write (goes through a shard), which for each
article calls analyse: language -> segment -> actors. `records` is what they hand on.
"""
