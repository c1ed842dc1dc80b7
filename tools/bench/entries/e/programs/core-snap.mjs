// The same, prepared for a V8 start-up snapshot: all modules are loaded and their heap is saved.
import './core-snap-flag.mjs'
import v8 from 'node:v8'
import { main } from './core-app.mjs'
v8.startupSnapshot.setDeserializeMainFunction(main)
