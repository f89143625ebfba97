namespace CtVoice.Core.Conversations.Alerting;

/// <summary>Who is told at once that somebody may be in danger: work addresses, read by people who may look.</summary>
/// <param name="Coordinator">The coordinator's.</param>
/// <param name="Deputy">The deputy's.</param>
public sealed record AlertContacts(string Coordinator, string Deputy);

/// <summary>The numbers of the fixed answer that an installation decides; 911,
/// 988 and 2-1-1 are the same everywhere in Connecticut.</summary>
/// <param name="HomeNotSafe">For who is not safe at home, as it is dialled.</param>
/// <param name="Source">Where the number is published, and who looked when.</param>
public sealed record HelpLines(string HomeNotSafe, string Source)
{
    /// <summary>Connecticut's hotline against domestic violence, as it was known when this was written.</summary>
    public static HelpLines Default { get; } =
        new("888-774-2900", "CTSafeConnect, ctsafeconnect.org; not yet checked by a person: ring it before members are asked.");
}
