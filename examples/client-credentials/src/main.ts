// A token fetched by one RESTful technical profile and used by the next, with its partner services.
export {}
