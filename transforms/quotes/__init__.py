"""Who is quoted with which words, directly and indirectly."""
