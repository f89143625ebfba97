namespace CtVoice.Core.Projects.Intake;

/// <summary>Checks the references to the high value data inventory (CGS 4-67p); before one is imported any id is taken.</summary>
internal static class AssetCheck
{
    private const int Suggestions = 3;

    internal static void Check(ProjectRequest request, IntakePolicy policy, FaultList faults)
    {
        for (var i = 0; i < request.Assets.Count; i++)
        {
            var id = request.Assets[i];
            if (string.IsNullOrWhiteSpace(id))
                faults.Add($"/assets/{i}", "The id of the asset is missing.");
            else if (policy.Inventory.Assets.Count > 0 && policy.Inventory.Find(id) is null)
                faults.Add($"/assets/{i}", $"'{Shown.Short(id)}' is not in the inventory {policy.Inventory.Version}. The nearest are: "
                    + $"{string.Join(", ", policy.Inventory.Nearest(id, Suggestions))}.");
        }
        faults.NoneTwice("/assets", request.Assets, "", id => $"{Shown.Short(id)} is listed twice.");
    }
}
