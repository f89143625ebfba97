using CtVoice.Core.Conversations.Alerting;
using CtVoice.Core.Conversations.Inbound;

namespace CtVoice.Core.Conversations;

/// <summary>What an installation decides about conversations with members, and about who is told.</summary>
/// <param name="Help">Whom residents call.</param>
/// <param name="Escalation">Who at OPM is told.</param>
public sealed record ConversationOptions(HelpContact Help, EscalationContact Escalation)
{
    /// <summary>Who answers the provider's own keywords.</summary>
    public KeywordHandling Keywords { get; init; } = KeywordHandling.Ours;

    /// <summary>Where the product is reached from outside; without it messages carry no links.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>Who is told of danger at once; without it whoever at OPM is told of silence.</summary>
    public AlertContacts? AlertContacts { get; init; }

    /// <summary>The numbers that somebody in danger is told.</summary>
    public HelpLines HelpLines { get; init; } = HelpLines.Default;
}
