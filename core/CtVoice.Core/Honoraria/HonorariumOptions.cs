namespace CtVoice.Core.Honoraria;

/// <summary>What an installation decides about payment.</summary>
/// <param name="Rate">What members are paid for a question; null where no rate is set.</param>
public sealed record HonorariumOptions(Honorarium? Rate);
