package org.tyde;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tyde.Fault.Way;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Arrays;

/// Before a server that sends back what it gets.
class FaultProxyTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private ServerSocket echo;
    private FaultProxy line;

    @BeforeEach
    void begin() throws IOException {
        echo = new ServerSocket(0, 50, LOOPBACK);
        Thread.ofVirtual()
                .start(
                        () -> {
                            try {
                                while (true) answer(echo.accept());
                            } catch (IOException closed) {
                                // the end of the test
                            }
                        });
        line = FaultProxy.before(echo.getLocalPort());
    }

    private static void answer(Socket socket) {
        Thread.ofVirtual()
                .start(
                        () -> {
                            try (socket) {
                                socket.getInputStream().transferTo(socket.getOutputStream());
                            } catch (IOException broken) {
                                // as the test wants
                            }
                        });
    }

    @AfterEach
    void end() throws IOException {
        line.close();
        echo.close();
    }

    private Socket connect() throws IOException {
        var socket = new Socket();
        socket.connect(new InetSocketAddress(LOOPBACK, line.port()), 500);
        socket.setSoTimeout(500);
        return socket;
    }

    private static byte[] bytes(int count) {
        var all = new byte[count];
        for (int i = 0; i < count; i++) all[i] = (byte) i;
        return all;
    }

    private static byte[] sent(Socket socket, int count) throws IOException {
        socket.getOutputStream().write(bytes(count));
        return socket.getInputStream().readNBytes(count);
    }

    @Test
    void aHealthyLinePassesEverything() throws IOException {
        try (var socket = connect()) {
            assertArrayEquals(bytes(200_000), sent(socket, 200_000));
            assertEquals(200_000, line.passed(Way.REQUEST));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1000})
    void aResetComesAfterTheByte(int at) throws IOException {
        line.script(Fault.reset(Way.ANSWER, at));
        try (var socket = connect()) {
            socket.getOutputStream().write(bytes(2000));
            assertEquals(at, socket.getInputStream().readNBytes(at).length);
            assertThrows(SocketException.class, () -> socket.getInputStream().read());
        }
    }

    @Test
    void everyConnectionHasItsFaultAndTheLastStays() throws IOException {
        line.script(Fault.close(Way.ANSWER, 3), Fault.NONE);
        try (var first = connect();
                var second = connect();
                var third = connect()) {
            assertEquals(3, sent(first, 10).length);
            assertEquals(10, sent(second, 10).length);
            assertEquals(10, sent(third, 10).length);
        }
    }

    @Test
    void aRefusedConnectionCanBeMadeLater() throws IOException {
        line.refuse();
        assertThrows(ConnectException.class, this::connect);
        line.open();
        try (var socket = connect()) {
            assertEquals(10, sent(socket, 10).length);
        }
    }

    @Test
    void aBlackHoleLetsTheTimeRunOut() throws IOException {
        line.blackHole();
        assertThrows(SocketTimeoutException.class, this::connect);
        line.open();
        try (var socket = connect()) {
            assertEquals(10, sent(socket, 10).length);
        }
    }

    @Test
    void aStallIsSilence() throws IOException {
        line.script(Fault.stall(Way.ANSWER, 7));
        try (var socket = connect()) {
            socket.getOutputStream().write(bytes(20));
            assertEquals(7, socket.getInputStream().readNBytes(7).length);
            assertThrows(SocketTimeoutException.class, () -> socket.getInputStream().read());
        }
    }

    @Test
    void whatIsSwallowedIsNeverAnswered() throws IOException {
        line.script(Fault.swallow(Way.REQUEST, 5));
        try (var socket = connect()) {
            socket.getOutputStream().write(bytes(100_000));
            assertEquals(5, socket.getInputStream().readNBytes(5).length);
            assertThrows(SocketTimeoutException.class, () -> socket.getInputStream().read());
        }
    }

    @Test
    void halfAConnectionEndsAndTheOtherGoesOn() throws IOException {
        line.script(Fault.halfClose(Way.ANSWER, 4));
        try (var socket = connect()) {
            socket.getOutputStream().write(bytes(20));
            assertEquals(4, socket.getInputStream().readAllBytes().length);
            socket.getOutputStream().write(bytes(20));
            assertEquals(-1, socket.getInputStream().read());
        }
    }

    @Test
    void oneByteIsChanged() throws IOException {
        line.script(Fault.corrupt(Way.ANSWER, 3, 0xff));
        try (var socket = connect()) {
            var expected = bytes(10);
            expected[3] = (byte) (3 ^ 0xff);
            assertArrayEquals(expected, sent(socket, 10));
        }
    }

    @Test
    void aThrottledLineTakesItsTime() throws IOException {
        line.script(Fault.throttle(Way.ANSWER, 8_000_000));
        try (var socket = connect()) {
            long began = System.nanoTime();
            assertEquals(300_000, sent(socket, 300_000).length);
            assertTrue(System.nanoTime() - began > 200_000_000L, "300 kB at 1 MB/s");
        }
    }

    @Test
    void aTrickleIsOneByteASecond() throws IOException {
        line.script(Fault.trickle(Way.ANSWER, 8));
        try (var socket = connect()) {
            socket.getOutputStream().write(bytes(20));
            socket.setSoTimeout(5000);
            var got = new byte[20];
            long began = System.nanoTime();
            assertEquals(8, socket.getInputStream().readNBytes(got, 0, 8));
            assertEquals(1, socket.getInputStream().read(got));
            assertEquals(1, socket.getInputStream().read(got));
            assertTrue(System.nanoTime() - began > 900_000_000L);
            assertEquals(9, Arrays.copyOf(got, 1)[0]);
        }
    }

    @Test
    void whatStandsCanBeCut() throws IOException {
        try (var socket = connect()) {
            assertEquals(10, sent(socket, 10).length);
            line.cut();
            assertThrows(SocketException.class, () -> socket.getInputStream().read());
        }
    }
}
