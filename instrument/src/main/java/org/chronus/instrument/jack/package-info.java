/**
 * JACK, and PipeWire which speaks its language: sound and MIDI from and to a server, as an audio backend and as MIDI devices. The server's
 * threads call; whatever may fail or take its time runs on the thread "jack".
 */
package org.chronus.instrument.jack;
