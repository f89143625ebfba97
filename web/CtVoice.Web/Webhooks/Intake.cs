using CtVoice.Core.Conversations.Inbound;
using Microsoft.Extensions.Logging;

namespace CtVoice.Web.Webhooks;

/// <summary>
/// The way in of everything that providers deliver: durable first, then applied while the provider waits a little. What
/// fails or takes longer is done by the sweep; the provider learns only that we have it.
/// </summary>
public sealed partial class Intake(Receive inbound, FailedWork failed, ILogger<Intake> logger)
{
    // The shortest patience among the providers is 15 s in all.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    private readonly WorkInHand inHand = new();

    /// <summary>Stores a message, once, and begins to apply it. When this returns, the message is durable.</summary>
    public async Task TakeAsync(InboundMessage message)
    {
        // A provider that hangs up must not leave half of the work: nothing here listens to its request.
        if (await inbound.StoreAsync(message) is not { } stored)
            return;
        var work = inHand.RunAsync(() => inbound.ProcessAsync(stored));
        await work.WaitAsync(Patience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (work.Exception?.InnerException is { } failure)
        {
            LogLater(logger, message.Id, failure.GetType().FullName!, failure.StackTrace);
            // Durable as it is, the message is the sweep's whether or not this is noted.
            await Task.WhenAny(failed.NoteAsync(stored.Row, failure));
        }
    }

    /// <summary>
    /// Completes when nothing that was taken is still being applied here, whether it came to its end or failed. Where time is moved on
    /// purpose it must not move before: a provider that was asked a moment ago would seem to have been asked long since.
    /// </summary>
    public Task RestAsync(CancellationToken cancellationToken = default) => inHand.RestAsync(cancellationToken);

    [LoggerMessage(1, LogLevel.Warning, "{Id} is stored and will be applied later: {Exception} at {Place}")]
    private static partial void LogLater(ILogger logger, string id, string exception, string? place);
}
