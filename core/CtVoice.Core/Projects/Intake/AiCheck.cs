namespace CtVoice.Core.Projects.Intake;

/// <summary>Checks the reference to the state's inventory of AI systems (CGS 4a-2e); before one is imported any id is taken.</summary>
internal static class AiCheck
{
    private const int Suggestions = 3;

    internal static void Check(ProjectRequest request, IntakePolicy policy, FaultList faults)
    {
        if (request.Ai is { InventoryId: { } id } && !id.IsNotKnown() && policy.AiSystems.Systems.Count > 0
            && policy.AiSystems.Find(id) is null)
            faults.Add("/ai/inventoryId", $"'{Shown.Short(id)}' is not in the inventory of AI systems {policy.AiSystems.Version}. The "
                + $"nearest are: {string.Join(", ", policy.AiSystems.Nearest(id, Suggestions))}.");
    }
}
