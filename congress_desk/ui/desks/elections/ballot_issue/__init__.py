"""The issue register of a round: papers handed out, the box, what came back, what is destroyed."""
