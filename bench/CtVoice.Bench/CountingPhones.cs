using System.Collections.Concurrent;
using CtVoice.Core.Conversations.Sending;

namespace CtVoice.Bench;

/// <summary>
/// Stands where the provider stands: takes every text at once and remembers how many each phone got. What a provider does with a text,
/// and the simulated phones' rows and delivery reports, are no work of ours.
/// </summary>
internal sealed class CountingPhones : ISmsSender
{
    private readonly ConcurrentDictionary<string, string> taken = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> phones = new(StringComparer.Ordinal);
    private long last;

    /// <summary>Texts that a phone got.</summary>
    internal int SentTo(string phone) => phones.GetValueOrDefault(phone);

    public Task<SendOutcome> SendAsync(OutgoingSms message, CancellationToken cancellationToken = default)
    {
        var id = $"SM{Interlocked.Increment(ref last):x32}";
        taken[message.Key] = id;
        phones.AddOrUpdate(message.To, 1, (_, count) => count + 1);
        return Task.FromResult<SendOutcome>(new SendOutcome.Accepted(id));
    }

    public Task<SendOutcome?> FindAsync(OutgoingSms message, DateTimeOffset since, CancellationToken cancellationToken = default) =>
        Task.FromResult<SendOutcome?>(taken.TryGetValue(message.Key, out var id) ? new SendOutcome.Accepted(id) : null);
}
