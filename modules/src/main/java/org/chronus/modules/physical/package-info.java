/** Instruments by their physics: tone wheels, strings, bars and plates, tines and reeds with their pickups, pipes. */
package org.chronus.modules.physical;
