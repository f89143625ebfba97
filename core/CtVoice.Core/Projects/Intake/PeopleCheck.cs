using CtVoice.Core.Json;
using CtVoice.Core.Representation;

namespace CtVoice.Core.Projects.Intake;

/// <summary>Checks who is in the data: counts that can be true, populations once each.</summary>
internal static class PeopleCheck
{
    internal static void Check(ProjectRequest request, IntakePolicy policy, FaultList faults)
    {
        if (request.People is not { } people)
        {
            faults.Add("/people", "A project says who is in its data.");
            return;
        }
        faults.Need("/people/description", people.Description, "The description of the people in the data");
        CheckCounts("/people", people.Total, people.Groups, policy, faults);
        if (people.RaceBasis is { } basis)
            FormCheck.NeedDefined("/people/raceBasis", basis, faults);
        for (var i = 0; i < people.Programmes.Count; i++)
            FormCheck.NeedDefined($"/people/programmes/{i}", people.Programmes[i], faults);
        if (people.Ages is { } ages)
            CheckRange("/people/ages", ages.From, ages.To, 0, 130, faults);
        if (people.Years is { } years)
            CheckRange("/people/years", years.From, years.To, 1900, 2100, faults);
        if (people.Comparison is { } comparison)
        {
            CheckCounts("/people/comparison", comparison.Total, comparison.Groups, policy, faults);
            if (comparison.RaceBasis is { } other)
                FormCheck.NeedDefined("/people/comparison/raceBasis", other, faults);
            if (comparison.Baseline.IsNotKnown() && (comparison.Source.IsNotKnown() || comparison.Description.IsNotKnown()))
                faults.Add("/people/comparison",
                    "Name a baseline, or say who the comparison population is and where its counts come from.");
        }
    }

    private static void CheckCounts(string pointer, Count total, IReadOnlyList<PopulationCount> groups, IntakePolicy policy,
        FaultList faults)
    {
        if (total.Value is < 1)
            faults.Add($"{pointer}/total",
                $"There is at least one person in the data; write \"{Count.UnknownYet}\" when the number is not known.");
        for (var i = 0; i < groups.Count; i++)
        {
            var at = $"{pointer}/groups/{i}";
            if (groups[i] is not { } group)
            {
                faults.Add(at, "The entry is empty.");
                continue;
            }
            faults.Need($"{at}/population", group.Population, "The population");
            if (policy.Populations is { } known && !group.Population.IsNotKnown() && !known.Contains(group.Population))
                faults.Add($"{at}/population", $"'{Shown.Short(group.Population)}' is not a population of the list. The nearest are: "
                    + $"{string.Join(", ", NearestText.Of(group.Population, known, 3))}.");
            if (group.Count.Value is < 0)
                faults.Add($"{at}/count", "A count is zero or more.");
            else if (group.Count.Value > total.Value)
                faults.Add($"{at}/count", "A group cannot have more people than there are in all: count distinct people.");
        }
        faults.NoneTwice($"{pointer}/groups", groups.Select(g => g?.Population), "/population",
            code => $"{Shown.Short(code)} is listed twice.");
    }

    private static void CheckRange(string pointer, int? from, int? to, int least, int most, FaultList faults)
    {
        if (from < least || from > most)
            faults.Add($"{pointer}/from", $"This is between {least} and {most}.");
        if (to < least || to > most)
            faults.Add($"{pointer}/to", $"This is between {least} and {most}.");
        if (from > to)
            faults.Add(pointer, "The range ends before it starts.");
    }
}
