"""What comes in from outside: workbooks and ballots files, good and bad."""
