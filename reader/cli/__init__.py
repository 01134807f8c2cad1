"""What the commands share: how they read their words, open a library, speak, and end."""
