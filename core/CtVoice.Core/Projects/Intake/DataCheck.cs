using CtVoice.Core.Projects.Catalogue;

namespace CtVoice.Core.Projects.Intake;

/// <summary>Checks the data elements: each is an id of the catalogue or fully described.</summary>
internal static class DataCheck
{
    private const int Suggestions = 3;

    internal static void Check(ProjectRequest request, ICatalogueIndex catalogue, IntakePolicy policy, FaultList faults)
    {
        if (request.Data.Count == 0)
            faults.Add("/data", "A project names the data elements that it uses; none is named.");
        if (request.Data.Count > policy.MaxElements)
            faults.Add("/data", $"A project names at most {policy.MaxElements} data elements, not {request.Data.Count}.");
        for (var i = 0; i < request.Data.Count; i++)
            CheckItem($"/data/{i}", request.Data[i], catalogue, faults);
        faults.NoneTwice("/data", request.Data.Select(d => d?.Element), "/element", id => $"{Shown.Short(id)} is listed twice.");
    }

    private static void CheckItem(string pointer, DataItem? item, ICatalogueIndex catalogue, FaultList faults)
    {
        if (item is null)
        {
            faults.Add(pointer, "The entry is empty.");
            return;
        }
        if (item.Use is { } use)
            FormCheck.NeedDefined($"{pointer}/use", use, faults);
        switch (item)
        {
            case { Element: not null, NotInCatalogue: true }:
                faults.Add(pointer, "An element is either an id of the catalogue or described as notInCatalogue, not both.");
                break;
            case { Element: { } id }:
                CheckId($"{pointer}/element", id, catalogue, faults);
                break;
            case { NotInCatalogue: true }:
                faults.Need($"{pointer}/source", item.Source, "The agency or source that holds the element");
                faults.Need($"{pointer}/name", item.Name, "The element's name");
                faults.Need($"{pointer}/description", item.Description, "The element's description");
                faults.Need($"{pointer}/whyNeeded", item.WhyNeeded, "The reason why the element is needed");
                break;
            default:
                faults.Add(pointer, "Give the element's id of the catalogue, or describe it (source, name, description, whyNeeded) with "
                    + "notInCatalogue: true.");
                break;
        }
    }

    private static void CheckId(string pointer, string id, ICatalogueIndex catalogue, FaultList faults)
    {
        if (catalogue.Find(id) is not null)
            return;
        var nearest = catalogue.Nearest(id, Suggestions);
        faults.Add(pointer, nearest.Count == 0
            ? "No catalogue is imported yet: describe the element with notInCatalogue: true."
            : $"'{Shown.Short(id)}' is not in the catalogue {catalogue.Version}. The nearest are: {string.Join(", ", nearest)}. If it is "
                + "none of these, describe it with notInCatalogue: true.");
    }
}
