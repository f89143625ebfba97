using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;

namespace CtVoice.Functions.Tests.Storage;

/// <summary>On whose behalf the storage is asked.</summary>
internal enum Cause
{
    /// <summary>A test's own look.</summary>
    Nobody,

    /// <summary>A person's request or message, a step of a workflow, or due work that these left.</summary>
    Review,

    /// <summary>What is done by the clock for all reviews together, whether one is open or not.</summary>
    Clock,
}

/// <summary>Counts what leaves for the storage, each attempt for itself, by whom it was caused. Thread-safe.</summary>
internal sealed class CountedRequests : HttpPipelineSynchronousPolicy
{
    private static readonly AsyncLocal<Cause> Present = new();

    private readonly ConcurrentDictionary<(Cause, bool), int> counts = new();

    /// <summary>What was read for somebody: one row or one page of rows each.</summary>
    public int Reads(Cause cause) => counts.GetValueOrDefault((cause, false));

    /// <summary>What was written for somebody: one batch each.</summary>
    public int Batches(Cause cause) => counts.GetValueOrDefault((cause, true));

    /// <summary>Does something for somebody.</summary>
    public static async Task<T> ForAsync<T>(Cause cause, Func<Task<T>> work)
    {
        Present.Value = cause;
        return await work();
    }

    public override void OnSendingRequest(HttpMessage message)
    {
        var written = message.Request.Method != RequestMethod.Get;
        var text = Text(message.Request);
        // What the simulated phones keep no real installation has; and looking for due work is asked for by the clock, however often the
        // local one does.
        if (Present.Value is Cause.Nobody || text.Contains("sim|", StringComparison.Ordinal)
            || (Present.Value is Cause.Review && text.Contains("PartitionKey ge 'due|", StringComparison.Ordinal)))
            return;
        counts.AddOrUpdate((Present.Value, written), 1, (_, n) => n + 1);
    }

    private static string Text(Request request)
    {
        if (request.Content is null)
            return Uri.UnescapeDataString(request.Uri.ToUri().PathAndQuery);
        using var body = new MemoryStream();
        request.Content.WriteTo(body, CancellationToken.None);
        return Uri.UnescapeDataString(System.Text.Encoding.UTF8.GetString(body.ToArray()));
    }
}
