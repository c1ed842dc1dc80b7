// Runs vectors, policies and journeys from folders, and tells what passed.
export {}
