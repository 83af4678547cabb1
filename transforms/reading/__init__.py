"""Files to entries: found, unpacked, decoded, parsed."""
