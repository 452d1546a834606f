"""People who sign in: their accounts, sessions, access tokens and roles."""
