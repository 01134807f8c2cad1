"""The app: screens, widgets and the one table of actions. Nothing below imports it."""
