/** The sum at an input: its parameter, the cables to it, and their arithmetic. Built by the loader, run on the audio thread. */
package org.chronus.modules.patch.cable;
