using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using CtVoice.Core.Reviews;

namespace CtVoice.Core.Subscriptions;

/// <summary>An agency's wish to be told by HTTP what happens to its reviews.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Agency">Code of the agency.</param>
/// <param name="Url">Where events are posted; always https.</param>
/// <param name="Types">Types of events; empty for all.</param>
/// <param name="CreatedAt">Nothing that happened earlier is told.</param>
/// <param name="By">Key id of whoever made it.</param>
public sealed record Subscription(string Id, string Agency, Uri Url, IReadOnlyList<string> Types, DateTimeOffset CreatedAt, string By)
{
    /// <summary>How long an old secret goes on signing beside its successor.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromHours(24);

    /// <summary>Number of the secret in force.</summary>
    public int Generation { get; init; } = 1;

    /// <summary>Until when the secret before signs too; null when there is none.</summary>
    public DateTimeOffset? PreviousUntil { get; init; }

    /// <summary>Since when nothing arrives; null while all is well.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>Since when nothing is sent any more; null while it is.</summary>
    public DateTimeOffset? DisabledAt { get; init; }

    /// <summary>Why nothing is sent any more.</summary>
    public string? DisabledBecause { get; init; }

    /// <summary>True while events are sent.</summary>
    [JsonIgnore]
    public bool Open => DisabledAt is null;

    /// <summary>Whether an event is for this subscriber: of its own review, or about a recommendation that it must answer.</summary>
    public bool Wants(Review review, ReviewEvent told) =>
        told.At >= CreatedAt && (Types.Count == 0 || Types.Contains(told.Type, StringComparer.Ordinal))
        && (review.Agency == Agency
            || (told.Recommendation is { } number && review.Recommendations.Any(r => r.Number == number && r.Addressee == Agency)));

    /// <summary>The next secret is in force; the one before signs beside it for <see cref="Overlap"/>.</summary>
    public Subscription Rotated(DateTimeOffset now) => this with { Generation = Generation + 1, PreviousUntil = now + Overlap };

    /// <summary>
    /// The secret as the subscriber gets it (Standard Webhooks: <c>whsec_</c> and base64). It is derived from the
    /// installation's key, so that it is stored nowhere.
    /// </summary>
    public static string Secret(byte[] installation, string id, int generation) =>
        "whsec_" + Convert.ToBase64String(Key(installation, id, generation));

    /// <summary>What a subscriber checks: <c>v1,</c> and the base64 of HMAC-SHA256 over <c>id.timestamp.body</c>,
    /// for each secret that signs.</summary>
    public string Sign(byte[] installation, string eventId, long timestamp, string body, DateTimeOffset now)
    {
        var signed =
            Encoding.UTF8.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{eventId}.{timestamp}.{body}"));
        int[] generations = PreviousUntil > now ? [Generation, Generation - 1] : [Generation];
        return string.Join(' ',
            generations.Select(g => "v1," + Convert.ToBase64String(HMACSHA256.HashData(Key(installation, Id, g), signed))));
    }

    private static byte[] Key(byte[] installation, string id, int generation) => HMACSHA256.HashData(
        installation,
        Encoding.UTF8.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"subscription|{id}|{generation}")));
}
