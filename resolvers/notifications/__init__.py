"""What the viewer is told of."""
