/** Rooms, plates and springs. */
package org.chronus.modules.effects.reverb;
