/** Players: what stands between the keys that reach a part and the notes of its voices. Audio thread only, after construction. */
package org.chronus.modules.patch.player;
