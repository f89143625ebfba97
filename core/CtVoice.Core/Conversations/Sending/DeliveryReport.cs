using System.Globalization;

namespace CtVoice.Core.Conversations.Sending;

/// <summary>What a provider reports of a message it accepted; in the order in which a message goes through them.</summary>
public enum DeliveryStatus
{
    /// <summary>Taken by the provider.</summary>
    Accepted,

    /// <summary>Waits for its time.</summary>
    Scheduled,

    /// <summary>Waits its turn.</summary>
    Queued,

    /// <summary>On its way to the carrier.</summary>
    Sending,

    /// <summary>With the carrier.</summary>
    Sent,

    /// <summary>Will not arrive.</summary>
    Undelivered,

    /// <summary>Could not be sent.</summary>
    Failed,

    /// <summary>Taken back before it left.</summary>
    Canceled,

    /// <summary>It arrived.</summary>
    Delivered,

    /// <summary>It arrived and was opened.</summary>
    Read,
}

/// <summary>One report.</summary>
/// <param name="ProviderId">The provider's name for the message.</param>
/// <param name="Status">How far it came.</param>
/// <param name="Code">The provider's code of an error, or null.</param>
public sealed record DeliveryReport(string ProviderId, DeliveryStatus Status, string? Code)
{
    /// <summary>Of a mail: the id that it left under (RFC 5322 section 3.6.4), without brackets.
    /// Null when the provider does not say.</summary>
    public string? MailId { get; init; }

    /// <summary>Twilio's code for a number that answered STOP.</summary>
    public const string OptedOut = "21610";

    /// <summary>True when the message will not arrive.</summary>
    public bool Lost => Status is DeliveryStatus.Undelivered or DeliveryStatus.Failed or DeliveryStatus.Canceled;

    /// <summary>
    /// How far a message came, when it was known to have come to <paramref name="held"/>. Reports come in any order: one of
    /// an earlier step changes nothing, one that arrived stays arrived, and one that is lost is lost unless it arrived.
    /// </summary>
    public static DeliveryStatus Further(DeliveryStatus? held, DeliveryStatus reported)
    {
        if (held is not { } known)
            return reported;
        // Two ways of being lost have one rank: the first that was reported stays.
        return Rank(reported) > Rank(known) ? reported : known;
    }

    /// <summary>The status by the word of a provider (SMS or email), or null for a word that nothing here knows.</summary>
    public static DeliveryStatus? StatusOf(string? word) => word?.ToUpperInvariant() switch
    {
        "ACCEPTED" => DeliveryStatus.Accepted,
        "SCHEDULED" => DeliveryStatus.Scheduled,
        "QUEUED" => DeliveryStatus.Queued,
        "SENDING" => DeliveryStatus.Sending,
        "SENT" or "EXPANDED" => DeliveryStatus.Sent,
        "DELIVERED" => DeliveryStatus.Delivered,
        "READ" => DeliveryStatus.Read,
        "UNDELIVERED" or "BOUNCED" or "FILTEREDSPAM" or "QUARANTINED" or "SUPPRESSED" => DeliveryStatus.Undelivered,
        "FAILED" => DeliveryStatus.Failed,
        "CANCELED" => DeliveryStatus.Canceled,
        _ => null,
    };

    /// <summary>The report as the id of a due row, which knows nothing of <see cref="MailId"/>; see <see cref="Parse"/>.</summary>
    public string ToSubject() => string.Create(CultureInfo.InvariantCulture, $"{ProviderId}|{Status}|{Code}");

    /// <summary>Reads <see cref="ToSubject"/>.</summary>
    public static DeliveryReport Parse(string subject)
    {
        var parts = subject.Split('|');
        return new(parts[0], Enum.Parse<DeliveryStatus>(parts[1]), parts.Length > 2 && parts[2].Length > 0 ? parts[2] : null);
    }

    private static int Rank(DeliveryStatus status) => status switch
    {
        DeliveryStatus.Undelivered or DeliveryStatus.Failed or DeliveryStatus.Canceled => (int)DeliveryStatus.Undelivered,
        _ => (int)status,
    };
}
