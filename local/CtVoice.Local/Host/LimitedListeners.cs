using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;

namespace CtVoice.Local.Host;

/// <summary>
/// Accepts a connection only while there is place for one; the others wait at the system's door. The server's own limit accepts first and
/// closes afterwards, and a crowd that comes faster than it closes takes every descriptor.
/// </summary>
internal sealed class LimitedListeners(IOptions<SocketTransportOptions> options, ILoggerFactory loggers) : IConnectionListenerFactory
{
    // Of the process, as descriptors are: both loopback addresses share them.
    private static readonly SemaphoreSlim Places = new(Descriptors.Connections);

    private readonly SocketTransportFactory sockets = new(options, loggers);

    public async ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default) =>
        new Limited(await sockets.BindAsync(endpoint, cancellationToken));

    private sealed class Limited(IConnectionListener inner) : IConnectionListener
    {
        private readonly CancellationTokenSource unbound = new();

        public EndPoint EndPoint => inner.EndPoint;

        public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
        {
            try
            {
                using var either = CancellationTokenSource.CreateLinkedTokenSource(unbound.Token, cancellationToken);
                await Places.WaitAsync(either.Token);
            }
            catch (OperationCanceledException) when (unbound.IsCancellationRequested)
            {
                return null;
            }
            var accepted = await inner.AcceptAsync(cancellationToken);
            if (accepted is null)
                Places.Release();
            else
                accepted.ConnectionClosed.UnsafeRegister(static _ => Places.Release(), null);
            return accepted;
        }

        public async ValueTask UnbindAsync(CancellationToken cancellationToken = default)
        {
            await unbound.CancelAsync();
            await inner.UnbindAsync(cancellationToken);
        }

        public async ValueTask DisposeAsync()
        {
            await inner.DisposeAsync();
            unbound.Dispose();
        }
    }
}
