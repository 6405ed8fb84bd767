package dev.sallyport.protocol.http;

import dev.sallyport.exchange.Match;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Step;
import java.util.List;

/**
 * {@code https/c3p}: a conference is added at a conferencing service by the focus, and at the focus by other servers
 * ([MS-CONFBAS]; rows SRV-04, SRV-42, HLB-02). The paths are those of a published topology.
 */
final class C3pExchange {

    private static final String IM_CONFERENCING = ConferenceControl.PATH + "IMMcu/";
    private static final String FOCUS = ConferenceControl.PATH + "Focus/";

    private C3pExchange() {}

    static List<Step<HttpMessage>> ladder(Setting setting) {
        String path = setting.self().role().equals("front-end") ? IM_CONFERENCING : FOCUS;
        Asker asker = Asker.of(setting);
        return List.of(
                asker.post(path, ConferenceControl.TYPE, ConferenceControl.request(setting)),
                asker.expectOk("POST " + path, C3pExchange::hasSucceeded));
    }

    private static Match hasSucceeded(HttpMessage.Response response) {
        String code = ConferenceControl.code(response.body());
        return code.equals("success")
                ? Match.expected()
                : Match.unexpected("200 with " + (code.isEmpty() ? "no C3P response" : "the C3P code '" + code + "'"));
    }
}
