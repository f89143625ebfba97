namespace CtVoice.Core.Reviews.Drafts;

/// <summary>Who can be asked to answer a recommendation: the requester, agencies whose data are used, and two offices.</summary>
public static class Addressees
{
    /// <summary>The Data Governing Board of P20 WIN.</summary>
    public const string DataGoverningBoard = "DGB";

    /// <summary>The Office of Policy and Management, the Operating Group of P20 WIN.</summary>
    public const string Opm = "OPM";

    /// <summary>Codes, the requester first.</summary>
    public static IReadOnlyList<string> Of(Review review) =>
        [.. review.Agencies.Prepend(review.Agency).Concat([DataGoverningBoard, Opm]).Distinct(StringComparer.Ordinal)];
}
