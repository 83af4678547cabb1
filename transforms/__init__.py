"""The stages of the pipeline, in the order in which an article meets them.

read -> encoding -> text | feeds -> html -> identity -> language -> segment -> actors -> write;
`analyse` strings the ones together that work on a single article.
"""
