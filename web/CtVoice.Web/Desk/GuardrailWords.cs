using CtVoice.Web.Views;

namespace CtVoice.Web.Desk;

/// <summary>How a guardrail stands, in words.</summary>
internal static class GuardrailWords
{
    internal static string Of(CommitmentView promise) => promise.State switch
    {
        "delivered" => "Kept",
        "not-delivered" => "Broken: not shown by its day",
        _ => "Promised",
    };
}
