using CtVoice.Core.Json;
using CtVoice.Core.Projects.Catalogue;

namespace CtVoice.Core.Projects.Intake;

/// <summary>Decides whether a request can be taken in. Pure: the same request, catalogue, policy and dates give the same answer.</summary>
public static class ProjectIntake
{
    /// <summary>Everything that is wrong, at once, in the order of the request; empty when it can be taken in.</summary>
    /// <param name="request">As read; may lack anything.</param>
    /// <param name="catalogue">The version of the catalogue that ids refer to.</param>
    /// <param name="policy">Limits.</param>
    /// <param name="dates">The days that the request is measured by.</param>
    public static IReadOnlyList<Fault> Check(ProjectRequest request, ICatalogueIndex catalogue, IntakePolicy policy, IntakeDates dates)
    {
        var faults = new FaultList();
        FormCheck.Check(request, policy, dates, faults);
        DataCheck.Check(request, catalogue, policy, faults);
        AssetCheck.Check(request, policy, faults);
        AiCheck.Check(request, policy, faults);
        PeopleCheck.Check(request, policy, faults);
        ResidentTextCheck.Check(request, policy, faults);
        ValueCheck.Check(request, policy, dates, faults);
        return faults.All;
    }

    /// <summary>True when advice is wanted earlier than a regular review can give it.</summary>
    public static bool IsExpedited(ProjectRequest request, IntakeDates dates) => request.AdviceBy is { } day && day < dates.EarliestRegular;
}
