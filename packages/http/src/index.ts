// Claims exchanges over HTTP: RESTful technical profiles on a transport port with an undici layer and an Effect HttpClient layer.
export {}
