"""What the main screen can do, a desk for each concern. A desk moves values between the session and the widgets."""
