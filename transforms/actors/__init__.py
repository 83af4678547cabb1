"""Political actors by name, and which names count where they stand."""
