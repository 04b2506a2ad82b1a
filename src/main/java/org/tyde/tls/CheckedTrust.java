package org.tyde.tls;

import org.tyde.refusal.Refusal;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;

/// The JDK's checks, and ours of key lengths; what fails says why in a sentence.
final class CheckedTrust extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager jdk;

    CheckedTrust(X509ExtendedTrustManager jdk) {
        this.jdk = jdk;
    }

    /// A check of the JDK.
    @FunctionalInterface
    private interface Check {
        void run() throws CertificateException;
    }

    private void check(X509Certificate[] chain, String host, Check withoutHost, Check whole)
            throws CertificateException {
        try {
            whole.run();
            ChainFault.requireStrong(chain);
            ChainFault.requireLivingAuthority(chain, getAcceptedIssuers());
        } catch (CertificateException failed) {
            boolean onlyTheHost = passes(withoutHost);
            Refusal refusal = ChainFault.of(chain, host, onlyTheHost, failed);
            throw new CertificateException(refusal.getMessage(), refusal);
        }
    }

    private static boolean passes(Check check) {
        try {
            check.run();
            return true;
        } catch (CertificateException failed) {
            return false;
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        var host = socket instanceof SSLSocket ssl ? ssl.getHandshakeSession().getPeerHost() : "";
        check(
                chain,
                String.valueOf(host),
                () -> jdk.checkServerTrusted(chain, authType),
                () -> jdk.checkServerTrusted(chain, authType, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        check(
                chain,
                String.valueOf(engine.getPeerHost()),
                () -> jdk.checkServerTrusted(chain, authType),
                () -> jdk.checkServerTrusted(chain, authType, engine));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        Check check = () -> jdk.checkClientTrusted(chain, authType, socket);
        check(chain, "", check, check);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        Check check = () -> jdk.checkClientTrusted(chain, authType, engine);
        check(chain, "", check, check);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType)
            throws CertificateException {
        Check check = () -> jdk.checkServerTrusted(chain, authType);
        check(chain, "", check, check);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType)
            throws CertificateException {
        Check check = () -> jdk.checkClientTrusted(chain, authType);
        check(chain, "", check, check);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return jdk.getAcceptedIssuers();
    }
}
