namespace CtVoice.Core.Conversations.Alerting;

/// <summary>Who is told when an addressee does not answer.</summary>
/// <param name="Address">Work address at OPM.</param>
/// <param name="ExecutiveBoardChair">Work address of the Executive Board's chair, who is told when OPM itself does not answer.</param>
public sealed record EscalationContact(string Address, string ExecutiveBoardChair);
