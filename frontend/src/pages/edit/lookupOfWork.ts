import type { WorkLookup } from "../../gql/graphql";

/** What somebody calls a work by: a DOI or arXiv id, with or without its address, or the address or end of its page here. */
export function lookupOfWork(text: string): WorkLookup {
  const name = text.trim();
  const doi = /10\.\d{4,9}\/\S+/.exec(name);
  if (doi !== null) {
    return { doi: doi[0] };
  }
  const arxiv = /(?:arxiv(?:\.org\/(?:abs|pdf)\/|:)\s*)([a-z.-]+\/\d{7}|\d{4}\.\d{4,5})/i.exec(name) ?? /^(\d{4}\.\d{4,5})(?:v\d+)?$/.exec(name);
  if (arxiv?.[1] !== undefined) {
    return { arxiv: arxiv[1] };
  }
  const slug = /\/works\/([^/?#]+)/.exec(name)?.[1] ?? name;
  return /^w_[a-z2-7]{16}$/.test(slug) ? { id: slug } : { slug };
}
