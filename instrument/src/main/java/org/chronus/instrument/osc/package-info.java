/**
 * What is asked for by Open Sound Control: patches made while they play, values, notes, recordings, and what there is to ask for.
 *
 * <p>Everything here runs on the thread "osc" unless it says otherwise. What has to be heard goes to the engine as commands, and to the
 * loader as requests, like what keyboards send.
 */
package org.chronus.instrument.osc;
