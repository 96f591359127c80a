"""What is asked about bundles entered more than once; no answer tells what stands on a paper."""
