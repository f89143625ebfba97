using System.Globalization;
using CtVoice.Core.Board;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Conversations.Sending;

/// <summary>At most so many messages in any span of that length.</summary>
/// <param name="Messages">How many.</param>
/// <param name="Within">In how long.</param>
public sealed record Pace(int Messages, TimeSpan Within);

/// <summary>How fast messages leave by each channel: as fast as the provider takes them, and no faster.</summary>
/// <param name="Sms">Text messages.</param>
/// <param name="Email">Emails.</param>
public sealed record PaceOptions(IReadOnlyList<Pace> Sms, IReadOnlyList<Pace> Email)
{
    /// <summary>
    /// Email: what Azure Communication Services allows a custom domain by default (30 a minute, 100 an hour). Text: one a
    /// second, what Twilio sends from one long code.
    /// </summary>
    public static PaceOptions Default { get; } = new(
        [new(60, TimeSpan.FromMinutes(1))],
        [new(30, TimeSpan.FromMinutes(1)), new(100, TimeSpan.FromHours(1))]);

    /// <summary>Messages that we start to one member on one day; see <see cref="StartCap"/>. A design choice, from no source.</summary>
    public int StartedPerDay { get; init; } = 4;

    /// <summary>As fast as they come: simulated phones and inboxes.</summary>
    public static PaceOptions Unlimited { get; } = new([], []);
}

/// <summary>
/// One row per channel remembers when messages left; whoever sends reserves a place in it first. Exact over any span, not
/// over minutes of the clock. Direct answers may use all of a pace; messages that we start leave a tenth for them.
/// Thread-safe, on several machines as well.
/// </summary>
public sealed class Pacing(TableSet tables, PaceOptions options, TimeProvider clock)
{
    private const string Partition = "pace";

    // Whoever loses this often is behind many others: they ask again later.
    private const int Attempts = 20;
    private static readonly TimeSpan Crowded = TimeSpan.FromSeconds(5);

    /// <summary>Takes a place now. Null when there was one; otherwise when to ask again.</summary>
    /// <param name="channel">sms or email.</param>
    /// <param name="direct">An answer to a message just received.</param>
    /// <param name="cancellationToken">Stops before the next attempt to store.</param>
    public async Task<DateTimeOffset?> TakeAsync(Channel channel, bool direct, CancellationToken cancellationToken = default)
    {
        var paces = channel is Channel.Sms ? options.Sms : options.Email;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var now = clock.GetUtcNow();
            var held = await tables.Records.GetAsync(Partition, channel.ToString(), cancellationToken);
            if (paces.Count == 0)
                return held?.Instant("pausedUntil") is { } paused && paused > now ? paused : null;
            var row = held ?? new TableRow(Partition, channel.ToString());
            var left = Times(row.Text("left"));
            var free = paces.Select(p => FreeAt(left, p, direct)).Append(row.Instant("pausedUntil") ?? now).Max();
            var taken = free <= now;
            // Those who wait are told different times, as far apart as the pace, so that they do not come back all at once.
            var told = free;
            if (!taken && !direct)
            {
                var apart = paces.Max(p => p.Within / Most(p, direct: false));
                told = row.Instant("told") is { } last && last >= free ? last + apart : free;
                row = row.With("told", told);
            }
            if (taken)
                row = row.With("left", Text([.. left.Append(now).TakeLast(paces.Max(p => p.Messages))]));
            else if (direct)
                return free;
            TableOperation write = held is null ? new TableOperation.Insert(row) : new TableOperation.Replace(row);
            if ((await tables.Records.SubmitAsync(Partition, [write], cancellationToken)).Committed)
                return taken ? null : told;
        }
        return clock.GetUtcNow() + Crowded;
    }

    /// <summary>The provider asked for patience: nothing leaves by the channel before then.</summary>
    public async Task PauseAsync(Channel channel, DateTimeOffset until, CancellationToken cancellationToken = default)
    {
        _ = await tables.Records.ChangeAsync(
            Partition, channel.ToString(),
            held => held?.Instant("pausedUntil") >= until ? held : (held ?? new(Partition, channel.ToString())).With("pausedUntil", until),
            cancellationToken);
    }

    /// <summary>When the pace next allows one more: a span after the first of the last so many.</summary>
    private static DateTimeOffset FreeAt(IReadOnlyList<DateTimeOffset> left, Pace pace, bool direct)
    {
        var most = Most(pace, direct);
        return left.Count < most ? DateTimeOffset.MinValue : left[^most] + pace.Within;
    }

    private static int Most(Pace pace, bool direct) => direct ? pace.Messages : pace.Messages - (pace.Messages / 10);

    private static IReadOnlyList<DateTimeOffset> Times(string? text) => string.IsNullOrEmpty(text)
        ? []
        : [.. text.Split(' ').Select(ms => DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(ms, CultureInfo.InvariantCulture)))];

    private static string Text(IReadOnlyList<DateTimeOffset> times) =>
        string.Join(' ', times.Select(t => t.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)));
}
