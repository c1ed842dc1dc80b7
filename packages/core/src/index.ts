// The interpreter of user journeys: a pure step function, a driver that performs its demands as typed effects, resilience, and the ports.
export {}
