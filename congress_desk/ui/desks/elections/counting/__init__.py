"""The counting screen: ballots typed from paper by keyboard, drawn and judged at each key."""
