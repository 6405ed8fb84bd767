package dev.sallyport.protocol.srtp;

import java.util.LinkedHashMap;
import java.util.Map;

/** What is remembered of each source; of the sixteen latest at most. */
final class Sources {

    private static final int MOST = 16;

    private final Map<Integer, PacketWindow> windows = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, PacketWindow> eldest) {
            return size() > MOST;
        }
    };

    /** Returns what is remembered of a source, not yet keeping anything of a new one. */
    PacketWindow of(int ssrc) {
        return windows.getOrDefault(ssrc, new PacketWindow());
    }

    /** Keeps what has become of a source. */
    void keep(int ssrc, PacketWindow window) {
        windows.put(ssrc, window);
    }
}
