/** What Linux and its C library offer, by the foreign-function interface: futexes, real-time scheduling. Nothing of it knows music. */
package org.chronus.foreign;
