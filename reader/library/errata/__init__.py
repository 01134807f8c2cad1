"""What readers said of articles, headlines, dates and where they begin, applied to what parsing gave."""
