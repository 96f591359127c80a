"""Fields of one kind each: days, numbers, boxes, a person, a ballot."""
