using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Azure.Core;
using Azure.Core.Pipeline;

namespace CtVoice.Functions.Tests.Workflows;

/// <summary>Counts what Durable Task asks of the storage, by what it is. Thread-safe.</summary>
internal sealed partial class StorageCallsOfDurableTask : HttpPipelineSynchronousPolicy
{
    private readonly ConcurrentDictionary<string, int> counts = new(StringComparer.Ordinal);

    /// <summary>What was asked for, the most frequent first.</summary>
    public IEnumerable<KeyValuePair<string, int>> Kinds => counts.OrderByDescending(c => c.Value);

    /// <summary>Activities that were run: each is one message of their queue, deleted when it is done.</summary>
    public int Activities => counts.GetValueOrDefault("DELETE hub-workitems/messages");

    /// <summary>
    /// What the workflows cost: everything but looking for messages, of which as many looks count as there were messages. The other
    /// looks, and keeping hold of the queues, cost the same when nothing happens.
    /// </summary>
    public int OfWork => counts.Where(c => !IsKeeping(c.Key)).Sum(c => c.Value)
        + counts.Where(c => c.Key.StartsWith("DELETE", StringComparison.Ordinal)).Sum(c => c.Value);

    /// <summary>Everything that was asked.</summary>
    public int All => counts.Values.Sum();

    /// <summary>Looks for an activity to run: of the queues the one that nobody else is told of.</summary>
    public int Looks => counts.GetValueOrDefault("GET hub-workitems/messages");

    public override void OnSendingRequest(HttpMessage message)
    {
        var what = Account().Replace(message.Request.Uri.ToUri().AbsolutePath, "");
        what = Hub().Replace(what, "hub");
        counts.AddOrUpdate($"{message.Request.Method} {Rest().Replace(what, "")}", 1, (_, n) => n + 1);
    }

    private static bool IsKeeping(string kind) =>
        kind.StartsWith("GET hub-", StringComparison.Ordinal) || kind.Contains("Partitions", StringComparison.Ordinal)
        || kind.Contains("applease", StringComparison.Ordinal) || kind.StartsWith("PUT hub-", StringComparison.Ordinal)
        || kind == "POST Tables";

    [GeneratedRegex("^/devstoreaccount1/")]
    private static partial Regex Account();

    [GeneratedRegex("t[0-9a-f]{19}")]
    private static partial Regex Hub();

    /// <summary>Which queue of several, which row, which message.</summary>
    [GeneratedRegex("(?<=control)-\\d+|\\(.*|(?<=messages)/.*|(?<=appleaseinfo).*")]
    private static partial Regex Rest();
}
