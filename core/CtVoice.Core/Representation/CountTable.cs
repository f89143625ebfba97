namespace CtVoice.Core.Representation;

/// <summary>Counts of people that may be published together, and how they add up.</summary>
/// <param name="Cells">Every count, those that only follow from others included (see <see cref="CountCell.IsPublished"/>).</param>
/// <param name="Sums">What adds up to what.</param>
public sealed record CountTable(IReadOnlyList<CountCell> Cells, IReadOnlyList<CountSum> Sums)
{
    /// <summary>Id of the cell with the number of distinct people.</summary>
    public const string People = "people";

    /// <summary>
    /// The table of a project's people: the total, each population under its code, and unpublished the people outside each
    /// population and those of a category outside a subgroup, because a reader can subtract. Counts that are unknown or no
    /// number of people are left out.
    /// </summary>
    public static CountTable OfPeople(Count total, IReadOnlyList<PopulationCount> groups, RelCodes codes)
    {
        var known = groups.Where(g => g.Count.Value is >= 0 and <= Suppression.MostPeople).DistinctBy(g => g.Population)
            .Select(g => new CountCell(g.Population, g.Count.Value!.Value)).ToList();
        List<CountCell> cells = [.. known];
        List<CountSum> sums = [];
        void Rest(CountCell whole, CountCell part)
        {
            // Counts that contradict each other do not add up to anything a reader could use.
            if (part.Value > whole.Value)
                return;
            var rest = new CountCell($"{whole.Id} without {part.Id}", whole.Value - part.Value, IsPublished: false);
            cells.Add(rest);
            sums.Add(new(whole.Id, [part.Id, rest.Id]));
        }

        if (total.Value is { } people and >= 0 and <= Suppression.MostPeople)
        {
            var all = new CountCell(People, people);
            cells.Insert(0, all);
            known.ForEach(part => Rest(all, part));
        }

        foreach (var whole in known)
            foreach (var part in known.Where(p => p != whole && codes.IsWithin(p.Id, whole.Id)))
                Rest(whole, part);
        return new(cells, sums);
    }
}

/// <summary>One count of people.</summary>
/// <param name="Id">Its name, the same in every version of the project.</param>
/// <param name="Value">The count.</param>
/// <param name="ZeroMeansUpTo">What a zero can hide: 4 for a source that publishes counts below 5 as zero.</param>
/// <param name="IsPublished">False for a count that is never shown but could be computed from others.</param>
public sealed record CountCell(string Id, long Value, long ZeroMeansUpTo = 0, bool IsPublished = true);

/// <summary>A total and its parts, by cell id. The parts do not overlap and leave nothing out.</summary>
public sealed record CountSum(string Total, IReadOnlyList<string> Parts);
